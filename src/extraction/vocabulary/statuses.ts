import { phrases } from './phrases.ts';

/**
 * What exports write in a column of their own beside entries: that they were booked, or never were or were taken back.
 * Folded like all vocabulary.
 */
export const STATUS_WORDS: Record<'booked' | 'unbooked', string[]> = {
  booked: phrases`
    completed, complete, posted, booked, cleared, settled, success, successful, succeeded, ok, executed, processed, done,
    gebucht, verbucht, abgeschlossen, ausgefuhrt, umsatz gebucht, comptabilise, comptabilisee, execute, executee, effectue, effectuee,
    terminee, contabilizzato, contabilizzata, eseguito, eseguita, contabilizado, contabilizada, realizado, realizada,
    ejecutado, ejecutada, completado, completada, liquidado, concluido, concluida, efetuado, efetuada,
    geaccepteerd, uitgevoerd, geboekt, verwerkt, udfort, utfort, bokfort, gennemfort, gjennomfort, toteutunut, kirjattu,
    zaksiegowano, zaksiegowana, wykonana, zrealizowana, provedeno, zauctovano, konyvelt, teljesitett, finalizata, procesata,
    выполнен, выполнена, исполнен, исполнена, проведено, виконано, tamamlandi, gerceklesti, berhasil, sukses, berjaya, thanh cong,
    交易成功, 支付成功, 已收钱, 已存入零钱, 对方已收钱, 提现已到账, 成功, 已完成, 已入账, 完了, 確定, 완료, 정상, 승인, สำเร็จ,
  `,
  unbooked: phrases`
    pending, reverted, declined, failed, denied, refused, cancelled, canceled, rejected, expired, voided, authorised, authorized,
    scheduled, reserved, on hold, blocked, incomplete, unsettled,
    vorgemerkt, ausstehend, storniert, abgelehnt, offen, geplant, en attente, en cours, annule, annulee, refuse, refusee,
    rejete, rejetee, pendiente, rechazado, rechazada, cancelado, cancelada, anulado, anulada, in attesa, in sospeso, annullato,
    annullata, rifiutato, rifiutata, non contabilizzato, pendente, recusado, recusada, in behandeling, geannuleerd, geweigerd,
    gereserveerd, venter, afvist, annulleret, avvist, kansellert, reserverat, reserverad, reserveret, reservert, vantar, avvisad,
    odottaa, hylatty, varaus, katevaraus,
    oczekujaca, oczekujacy, odrzucona, odrzucony, anulowana, anulowany, w realizacji, blokada, ceka na zauctovani, zamitnuto,
    fuggoben, elutasitva, in asteptare, respinsa, anulata,
    не выполнен, не выполнена, отклонено, отклонена, отклонен, отменено, отменена, отменен, в обработке, ожидает, відхилено, скасовано,
    beklemede, iptal, iptal edildi, reddedildi, provizyon, gagal, dibatalkan, tertunda, that bai, dang xu ly,
    交易关闭, 交易失败, 支付失败, 已关闭, 待付款, 等待付款, 处理中, 失败, 未入账, 取消, 失敗, 処理中, 未確定, 취소, 거절, 대기, 실패,
    ยกเลิก, ไม่สำเร็จ, รอดำเนินการ,
  `,
};

import { phrases } from './phrases.ts';

/** What exports write in a column of their own beside entries that were never booked, or were taken back. Folded. */
export const STATUS_WORDS: Record<'unbooked', string[]> = {
  unbooked: phrases`
    pending, reverted, declined, failed, cancelled, canceled, rejected, expired, authorised, authorized, scheduled,
    vorgemerkt, ausstehend, storniert, abgelehnt, offen, geplant, en attente, en cours, annule, annulee, refuse, refusee,
    rejete, pendiente, rechazado, rechazada, cancelado, cancelada, anulado, anulada, in attesa, in sospeso, annullato, annullata,
    rifiutato, rifiutata, pendente, recusado, recusada, in behandeling, geannuleerd, geweigerd, gereserveerd,
    oczekujaca, oczekujacy, odrzucona, odrzucony, anulowana, anulowany, w realizacji,
  `,
};

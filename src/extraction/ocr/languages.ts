/**
 * The languages whose models are installed, by Tesseract's names, with short words that tell them apart. Folded, as
 * English letters read them.
 */
export const LANGUAGE_WORDS = {
  eng: 'the of and to from for your with by account balance statement date payment page',
  deu: 'der die das und von vom zum zur fur mit auf kontoauszug saldo buchung datum betrag seite uberweisung lastschrift',
  fra: 'le les des du et au aux vos votre de compte releve solde debit credit operations virement date montant carte par',
  spa: 'el los las del y por su de cuenta saldo extracto fecha concepto importe transferencia pago pagina valor cargo',
  ita: 'il lo gli di del della e per da conto saldo estratto data descrizione importo bonifico pagamento pagina dare avere',
  por: 'o os da do das dos e em para conta saldo extrato data descricao valor transferencia pagamento pagina debito credito',
  nld: 'de het een en van aan voor rekening saldo afschrift datum omschrijving bedrag betaling overboeking bij af pagina naar',
} as const;
export type OcrLanguage = keyof typeof LANGUAGE_WORDS;

/** Figures are the same in all languages; words are guessed from what this one makes of them. */
export const DEFAULT_LANGUAGE: OcrLanguage = 'eng';

/** What comes in and goes out of an account in the United States; `#8` is a number of so many digits. */
export const INCOMING = [
  'Hollowbrook Mfg Payroll PPD ID: #10',
  'Mobile Deposit #8',
  'Zelle Payment From Tobias Wren #10',
  'Interest Payment',
  'ATM Cash Deposit @ 410 Alder Ave Dayton OH Card 4821',
];

export const OUTGOING = [
  'Card Purchase @ Bluebird Coffee Dayton OH Card 4821',
  'Recurring Card Purchase @ Streamly.Com 866-555-0142 CA Card 4821',
  'Zelle Payment To Ada Finch #10',
  'Northgate Power Web Pmt #6 CCD ID: 91#6',
  'ATM Withdrawal @ 200 Main St Dayton OH Card 4821',
  'Online Transfer To Sav ...7702 Transaction#: #10',
  'Foreign Exch Rt ADJ Fee @ Quay Books London Card 4821',
];

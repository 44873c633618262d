/** What comes in and goes out of an account in Britain; `#8` is a number of so many digits. */
export const INCOMING = [
  'CR HOLLOWBROOK LTD\nSALARY 0925',
  'BP T WREN\nRENT SHARE',
  'CR HMRC CHILD BENEFIT\n#8CB',
  'FPI A FINCH',
];

export const OUTGOING = [
  'VIS TESSELATE STORES\nLEEDS',
  'DD NORTHGATE ENERGY',
  'DD COUNCIL OF ILKLEY',
  'ATM CASH NOTEMACH\nOTLEY ROAD',
  ')))  THE COPPER KETTLE\nHARROGATE',
  'SO J MOOR\nSAVINGS',
  'BP PLUMBLINE SVCS\nINV #5',
];

import { XMLParser, XMLValidator } from 'fast-xml-parser';

/**
 * The rules of OFX 2.2 for what a file of statements holds, as its specification and schema (OFX_Common.xsd,
 * OFX_Banking_Messages.xsd) print them; the section is named beside each aggregate. Children stand in this order. `1` is
 * required, `?` is not, `*` is any number; `|` parts elements of which one may stand there.
 */
const AGGREGATES: Record<string, string> = {
  OFX: 'SIGNONMSGSRSV1 1, BANKMSGSRSV1 ?, CREDITCARDMSGSRSV1 ?', // 2.4.5
  SIGNONMSGSRSV1: 'SONRS 1', // 2.5.1
  SONRS: 'STATUS 1, DTSERVER 1, USERKEY ?, TSKEYEXPIRE ?, LANGUAGE 1, DTPROFUP ?, DTACCTUP ?, FI ?', // 2.5.1.6
  STATUS: 'CODE 1, SEVERITY 1, MESSAGE ?', // 3.1.5
  BANKMSGSRSV1: 'STMTTRNRS *', // 11.13.1.1.2
  STMTTRNRS: 'TRNUID 1, STATUS 1, CLTCOOKIE ?, STMTRS ?', // 11.4.2.2
  STMTRS:
    'CURDEF 1, BANKACCTFROM 1, BANKTRANLIST ?, BANKTRANLISTP ?, LEDGERBAL 1, AVAILBAL ?, CASHADVBALAMT ?, INTRATE ?, ' +
    'BALLIST ?, MKTGINFO ?', // 11.4.2.2
  BANKACCTFROM: 'BANKID 1, BRANCHID ?, ACCTID 1, ACCTTYPE 1, ACCTKEY ?', // 11.3.1
  CREDITCARDMSGSRSV1: 'CCSTMTTRNRS *', // 11.13.1.2.2
  CCSTMTTRNRS: 'TRNUID 1, STATUS 1, CLTCOOKIE ?, CCSTMTRS ?', // 11.4.3.2
  CCSTMTRS:
    'CURDEF 1, CCACCTFROM 1, BANKTRANLIST ?, BANKTRANLISTP ?, LEDGERBAL 1, AVAILBAL ?, CASHADVBALAMT ?, ' +
    'INTRATEPURCH ?, INTRATECASH ?, INTRATEXFER ?, REWARDINFO ?, BALLIST ?, MKTGINFO ?', // 11.4.3.2
  CCACCTFROM: 'ACCTID 1, ACCTKEY ?', // 11.3.2
  BANKTRANLIST: 'DTSTART 1, DTEND 1, STMTTRN *', // 11.4.2.2
  STMTTRN:
    'TRNTYPE 1, DTPOSTED 1, DTUSER ?, DTAVAIL ?, TRNAMT 1, FITID 1, CORRECTFITID ?, CORRECTACTION ?, SRVRTID ?, ' +
    'CHECKNUM ?, REFNUM ?, SIC ?, PAYEEID ?, NAME|PAYEE 1, EXTDNAME ?, BANKACCTTO|CCACCTTO ?, MEMO ?, IMAGEDATA *, ' +
    'CURRENCY|ORIGCURRENCY ?, INV401KSOURCE ?', // 11.4.4.1
  LEDGERBAL: 'BALAMT 1, DTASOF 1', // 11.4.2.2
};

/** 3.2.8.2: a date, a time, milliseconds and a zone, each only after the one before. */
const DATE_TIME =
  /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])[0-5]\d[0-5]\d(\.\d{3}(\[[+-]?\d{1,2}(\.\d{2})?(:[A-Z]+)?\])?)?)?$/;
/** 3.2.9.1: 32 characters at most. */
const AMOUNT = /^(?=.{1,32}$)[+-]?\d+(\.\d+)?$/;
/** A-n in the specification: so many characters, at least one. */
const text = (length: number): RegExp => new RegExp(`^.{1,${length}}$`, 'su');

const ELEMENTS: Record<string, RegExp> = {
  CODE: /^\d{1,6}$/,
  SEVERITY: /^(INFO|WARN|ERROR)$/,
  DTSERVER: DATE_TIME,
  LANGUAGE: /^[A-Z]{3}$/,
  TRNUID: text(36),
  CURDEF: /^[A-Z]{3}$/,
  BANKID: text(9),
  ACCTID: text(22),
  ACCTTYPE: /^(CHECKING|SAVINGS|MONEYMRKT|CREDITLINE|CD)$/,
  DTSTART: DATE_TIME,
  DTEND: DATE_TIME,
  TRNTYPE:
    /^(CREDIT|DEBIT|INT|DIV|FEE|SRVCHG|DEP|ATM|POS|XFER|CHECK|PAYMENT|CASH|DIRECTDEP|DIRECTDEBIT|REPEATPMT|OTHER)$/,
  DTPOSTED: DATE_TIME,
  DTAVAIL: DATE_TIME,
  TRNAMT: AMOUNT,
  FITID: text(255),
  REFNUM: text(32),
  NAME: text(32),
  MEMO: text(255),
  BALAMT: AMOUNT,
  DTASOF: DATE_TIME,
  MKTGINFO: text(360),
};

type Node = { [tag: string]: Node[] | string };

const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

/** Whatever in a file breaks a rule of OFX 2.2, in words. */
export const brokenOfxRules = (ofx: string): string[] => {
  const broken: string[] = [];
  if (XMLValidator.validate(ofx) !== true) broken.push('not well-formed');
  if (!/^<\?xml version="1\.0"[^>]*\?>\n<\?OFX OFXHEADER="200" VERSION="2\d\d"[^>]*\?>\n<OFX>/.test(ofx)) {
    broken.push('not the two headers of 2.2.1');
  }
  // XML 1.0, 2.2: what a document may hold at all.
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(ofx)) broken.push('a character that is none');
  const nodes = (parser.parse(ofx) as Node[]).filter((node) => !/^[?#]/.test(tagOf(node)));
  for (const node of nodes) check(node, broken);
  if (nodes.length !== 1 || tagOf(nodes[0] ?? {}) !== 'OFX') broken.push('not one OFX');
  return broken;
};

function check(node: Node, broken: string[]): void {
  const tag = tagOf(node);
  const children = childrenOf(node);
  const elements = children.filter((child) => tagOf(child) !== '#text');
  const rule = AGGREGATES[tag];
  if (rule === undefined) {
    const pattern = ELEMENTS[tag];
    const value = children.map((child) => String(child['#text'])).join('');
    if (!pattern) broken.push(`${tag} is not known`);
    else if (elements.length > 0 || !pattern.test(value)) broken.push(`${tag} may not be ${JSON.stringify(value)}`);
    return;
  }
  const found = elements.map(tagOf).join(' ');
  if (!patternOf(rule).test(`${found} `)) broken.push(`${tag} may not hold ${found}`);
  for (const child of elements) check(child, broken);
}

/** `A 1, B|C ?, D *` as a pattern of names, each followed by a space. */
const patternOf = (rule: string): RegExp => {
  const parts = rule.split(', ').map((part) => {
    const [names = '', times = ''] = part.split(' ');
    return `((${names}) )${times === '1' ? '' : times}`;
  });
  return new RegExp(`^${parts.join('')}$`);
};

const tagOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const childrenOf = (node: Node): Node[] => {
  const children = node[tagOf(node)];
  return Array.isArray(children) ? children : [];
};

import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';

/** 40-bit RC4 as old programs write it, 128-bit AES, or 256-bit AES. */
const VERSIONS = { rc4: '1.3', aes128: '1.6', aes: '1.7ext3' } as const;
export type Cipher = keyof typeof VERSIONS;

/** A page of a statement behind a password. Without one, it is only protected against changes. */
export async function encryptedPdf(password: string | null, cipher: Cipher): Promise<Uint8Array> {
  const document = new PDFDocument({
    ...(password === null ? {} : { userPassword: password }),
    ownerPassword: `${password}, owner`,
    pdfVersion: VERSIONS[cipher],
    info: { CreationDate: new Date(0) },
  });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const finished = new Promise((resolve) => {
    document.on('end', resolve);
  });
  const rows = [
    ['Date', 'Details', 'Paid out', 'Paid in', 'Balance'],
    ['01/03/2024', 'Opening balance', '', '', '100.00'],
    ['04/03/2024', 'Card payment Orchard Foods', '12.50', '', '87.50'],
    ['11/03/2024', 'Salary', '', '900.00', '987.50'],
    ['28/03/2024', 'Direct Debit Granville Energy', '87.50', '', '900.00'],
  ];
  const lefts = [50, 130, 330, 400, 470];
  rows.forEach((row, index) => {
    row.forEach((cell, column) => document.text(cell, lefts[column] ?? 50, 100 + index * 20, { lineBreak: false }));
  });
  document.end();
  await finished;
  return Buffer.concat(parts);
}

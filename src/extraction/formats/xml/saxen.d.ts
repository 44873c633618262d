/** What is used of saxen, which comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(name: 'error' | 'warn', callback: (error: Error) => void): this;
    on(
      name: 'openTag',
      callback: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        isSelfClosing: boolean,
      ) => void,
    ): this;
    on(name: 'closeTag', callback: (name: string) => void): this;
    on(name: 'text', callback: (text: string, decode: Decode) => void): this;
    on(name: 'cdata', callback: (text: string) => void): this;
    parse(xml: string): Error | null;
  }
}

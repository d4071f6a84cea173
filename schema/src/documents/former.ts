import { parse, print, type DocumentNode } from 'graphql'
import { inOneOrder } from './in-one-order.ts'
import { documentHash } from './sent-document.ts'

/** An operation that a client sent until its last release, and that pages which are still open go on sending. */
export interface FormerDocument {
  readonly document: DocumentNode
  /** The last day on which it has to be answered, `YYYY-MM-DD`; the next publication takes it out then. */
  readonly until: string
}

const HEADER = /^# [0-9a-f]{64} until (?=\d{4}-\d{2}-\d{2}$)/m

/** Each below its hash and its last day, the earliest first, with fragments of its own: two may differ under one name. */
export const writeFormer = (former: readonly FormerDocument[]): string =>
  former
    .map(({ document, until }) => ({ hash: documentHash(document), document, until }))
    .toSorted((a, b) => (a.until + a.hash < b.until + b.hash ? -1 : 1))
    .map(({ hash, document, until }) => `# ${hash} until ${until}\n${print(document)}\n`)
    .join('\n')

export const readFormer = (text: string): FormerDocument[] =>
  text
    .split(HEADER)
    .slice(1)
    .map((part) => ({
      until: part.slice(0, 'YYYY-MM-DD'.length),
      document: inOneOrder(parse(part.slice('YYYY-MM-DD'.length), { noLocation: true })),
    }))

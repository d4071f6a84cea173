import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { AccountDocument } from './account-document.ts'
import template from './document.typ?raw'

let compiler: NodeCompiler | undefined

/** How many documents' worth of parts are kept for the next one. */
const KEPT = 5

/**
 * Typesets the account as a tagged PDF (PDF/UA-1), with the fonts that come with the typesetter. The document goes in
 * as data. Server only.
 */
export const typeset = (document: AccountDocument): Uint8Array<ArrayBuffer> => {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname })
  try {
    const inputs = { data: JSON.stringify(document) }
    return new Uint8Array(compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' }))
  } finally {
    compiler.evictCache(KEPT)
  }
}

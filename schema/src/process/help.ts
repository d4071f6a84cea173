import { readFileSync } from 'node:fs'

const FIRST_COMMENT = /\/\*\*?\s([^]*?)\*\//

/** What is said of a command where its file begins. */
const wordsOf = (source: string): string =>
  (FIRST_COMMENT.exec(source)?.[1] ?? '').replace(/^ ?\* ?/gm, '').trim()

/** Where a command is asked for `--help`: says what its file says of it, and ends. Called before it does anything. */
export function helpOf({ filename }: ImportMeta): void {
  if (!process.argv.includes('--help')) return
  process.stdout.write(`${wordsOf(readFileSync(filename, 'utf8'))}\n`)
  process.exit(0)
}

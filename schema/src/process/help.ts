import { readFileSync } from 'node:fs'

const FIRST_COMMENT = /\/\*\*?\s([^]*?)\*\//

/** The first comment of a command's file. */
const wordsOf = (source: string): string =>
  (FIRST_COMMENT.exec(source)?.[1] ?? '').replace(/^ ?\* ?/gm, '').trim()

/** With `--help`: prints the first comment of the command's file, and exits. To be called first. */
export function helpOf({ filename }: ImportMeta): void {
  if (!process.argv.includes('--help')) return
  process.stdout.write(`${wordsOf(readFileSync(filename, 'utf8'))}\n`)
  process.exit(0)
}

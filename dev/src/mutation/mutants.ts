import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { ROOT } from '../root.ts'

interface Position {
  readonly line: number
  readonly column: number
}

/** A mutant in Stryker's report: a whole path, lines and columns from 1, the end exclusive. */
export interface Tried {
  readonly fileName: string
  readonly location: { readonly start: Position; readonly end: Position }
  readonly replacement?: string
  readonly status: string
}

/** A mutant, identified so that it is recognised when lines have moved. */
export interface Mutant {
  readonly file: string
  readonly at: number
  /** The line that it is on. */
  readonly line: string
  /** That line, changed. */
  readonly becomes: string
  readonly noticed: boolean
}

/** Whether a status means that a test noticed the mutant; all other statuses, such as load failures, decide nothing. */
const NOTICED: Readonly<Record<string, boolean>> = {
  Killed: true,
  Timeout: true,
  Survived: false,
  NoCoverage: false,
}

/** The mutants whose status decides something about the tests. */
export const mutantsOf = (tried: readonly Tried[], root = ROOT): Mutant[] =>
  tried.filter(({ status }) => status in NOTICED).map((each) => mutantOf(each, root))

function mutantOf(
  { fileName, location: { start, end }, replacement = '', status }: Tried,
  root: string,
): Mutant {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const first = lines[start.line - 1] ?? ''
  const last = lines[end.line - 1] ?? ''
  const changed = first.slice(0, start.column - 1) + replacement + last.slice(end.column - 1)
  const [line, becomes] = [first, changed].map((text) => text.replaceAll(/\s+/g, ' ').trim())
  return {
    file: relative(root, fileName),
    at: start.line,
    line: line ?? '',
    becomes: becomes ?? '',
    noticed: NOTICED[status] ?? false,
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

/** What a stage takes from another, of the folder in which all of them work. */
interface Copy {
  readonly from: string
  /** Below the working folder. */
  readonly sources: readonly string[]
  readonly to: string
}

/** A stage of the Dockerfile, with what it has of the one that it begins from. */
export interface Stage {
  readonly environment: Readonly<Record<string, string>>
  readonly copies: readonly Copy[]
  readonly user: string | null
  readonly entrypoint: readonly string[]
}

const BARE: Stage = { environment: {}, copies: [], user: null, entrypoint: [] }
const WORKDIR = '/app/'

const pairsOf = (words: readonly string[]) =>
  Object.fromEntries(words.map((pair) => pair.split('=')).map(([name = '', value = '']) => [name, value]))

/** What of a stage one line makes otherwise; what it runs is not looked at. */
function changedBy(stage: Stage, line: string): Partial<Stage> {
  const [instruction, ...words] = line.split(' ')
  if (instruction === 'ENV') return { environment: { ...stage.environment, ...pairsOf(words) } }
  if (instruction === 'USER') return { user: words[0] ?? null }
  if (instruction === 'ENTRYPOINT') return { entrypoint: JSON.parse(words.join(' ')) as string[] }
  const [, from] = /^COPY --from=(\S+) /.exec(line) ?? []
  if (from === undefined) return {}
  const paths = words.slice(1)
  const sources = paths.slice(0, -1).map((path) => path.replace(WORKDIR, ''))
  return { copies: [...stage.copies, { from, sources, to: paths.at(-1) ?? '' }] }
}

/** The stages by name. */
export function readStages(file = join(ROOT, 'Dockerfile')): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>()
  let name = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, from, as] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? []
    if (as) stages.set((name = as), stages.get(from ?? '') ?? BARE)
    const stage = stages.get(name)
    if (stage) stages.set(name, { ...stage, ...changedBy(stage, line) })
  }
  return stages
}

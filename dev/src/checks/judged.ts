import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What asks of a command, in the one order, whether it is possible, permitted and complete: of `@kompetanse/command`. */
const JUDGES = ['refusalOf', 'decideTo', 'decideEndOf'] as const

/** Rooms whose commands no state stands in the way of, or whose one refusal says both: there is no order to keep. */
export const WITHOUT_STATE: readonly string[] = [
  // Whoever has a say may, whatever the goal is.
  'subgraphs/curriculum/src/rights/domain',
  'subgraphs/curriculum/src/track/domain',
  // What is over or revoked is refused by the same code as what one may not take back.
  'subgraphs/identity/src/role-grant/domain',
  'subgraphs/service-time/src/rules/domain',
]

/** Whether the decisions of a room are judged by one of them; the tests beside them do not count. */
export function isJudged(folder: string): boolean {
  const files = globSync('*.ts', { cwd: folder, exclude: ['*.test.ts'] })
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.some((text) => JUDGES.some((judge) => new RegExp(`\\b${judge}\\b[(<]`).test(text)))
}

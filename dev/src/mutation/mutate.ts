import { readExplained } from './explained.ts'
import { judge, type Verdict } from './judge.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { type Outcome, runStryker } from './run-stryker.ts'
import type { Part } from './scope.ts'
import type { Target } from './targets.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const inWords = ({ file, at, line, becomes }: Mutant) => `  ${file}:${at}\n    - ${line}\n    + ${becomes}`

/** Tries each part, all of them in `limit` milliseconds; whether the tests notice enough. */
export async function mutate(parts: readonly Part[], limit: number): Promise<boolean> {
  if (parts.length === 0) say('skipped: nothing of what is mutated is touched')
  const explained = readExplained()
  const until = Date.now() + limit
  let holds = true
  for (const { target, mutate: what } of parts) {
    const left = until - Date.now()
    if (left <= 0) say(`${target.name}: not tried, the time is over`)
    else {
      const outcome = await runStryker(target, what, left)
      const verdict = judge(mutantsOf(outcome.tried), explained)
      tell(target, outcome, verdict)
      holds &&= outcome.ended !== 'failed' && verdict.holds
    }
  }
  return holds
}

function tell({ name }: Target, { ended, tried, planned }: Outcome, verdict: Verdict) {
  const { mutants, noticed, survivors, unexplained } = verdict
  for (const survivor of unexplained) say(inWords(survivor))
  const share = mutants === 0 ? '' : ` (${((100 * noticed) / mutants).toFixed(1)} %)`
  const end = ended === 'done' ? '' : `; ${ended}, ${tried.length} of ${planned} tried`
  say(
    `${name}: ${noticed} of ${mutants} noticed${share}, ${survivors.length - unexplained.length} explained${end}`,
  )
}

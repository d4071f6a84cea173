import { loadStandings, type Standing } from '@kompetanse/directory'
import { osloDay } from '@kompetanse/directory/day'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Tx } from '../database.ts'
import { signerChoicesOf } from '../learning-activity/use-cases/signer-choices.ts'
import { loadApproverChoices } from '../learning-goal/persistence/approver-choices.ts'

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
}

/** Who is around a trainee, asked for once a day: the directory knows no hours. */
export function surroundingsOf(tx: Tx, traineeId: string) {
  const standings = new Map<string, Promise<Standing>>()
  return {
    standing({ actor, now }: Acting): Promise<Standing> {
      const key = `${actor.personId} ${osloDay(now)}`
      const known = standings.get(key)
      if (known) return known
      const asked = loadStandings(tx, actor, now, [traineeId]).then((all) => all.get(traineeId) as Standing)
      standings.set(key, asked)
      return asked
    },
    signers: daily((now) => signerChoicesOf(tx, [traineeId], now)),
    approvers: daily(async (now) => (await loadApproverChoices(tx, [traineeId], now)).get(traineeId) ?? []),
  }
}

function daily<T>(ask: (now: Date) => Promise<T>): (now: Date) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (now) => {
    const day = osloDay(now)
    const answer = known.get(day) ?? ask(now)
    known.set(day, answer)
    return answer
  }
}

/** Steps as they happened; those of one activity or goal keep their order. */
export const inTime = <Step extends { readonly event: { readonly at: Date } }>(
  steps: readonly Step[],
): Step[] => steps.toSorted((a, b) => a.event.at.getTime() - b.event.at.getTime())

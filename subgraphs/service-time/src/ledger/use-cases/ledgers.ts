import { osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { rulesOf } from '../../rules/persistence/rules.ts'
import type { CivilDate } from '../../statement/domain/kinds.ts'
import { ledgerOf } from '../domain/registered.ts'
import type { Ledger } from '../domain/types.ts'
import { findRegistered } from '../persistence/registered.ts'

/**
 * The accounts of these trainees by § 31, of all their periods until a day. Two statements however many they are; who may
 * see them is the caller's question.
 */
export async function ledgersOf(
  traineeIds: readonly Id<'Person'>[],
  asOf: CivilDate,
  context: GraphContext,
): Promise<ReadonlyMap<Id<'Person'>, Ledger>> {
  const rules = await rulesOf(context)
  const today = osloDay(context.now)
  const trainees = await findRegistered(traineeIds)
  return new Map([...trainees].map(([id, trainee]) => [id, ledgerOf(trainee, { asOf, today, rules })]))
}

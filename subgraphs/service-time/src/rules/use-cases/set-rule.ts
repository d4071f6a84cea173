import { done, type Outcome } from '@kompetanse/command'
import { dateColumn, osloDay } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { decideRule, type ProposedRule, type RuleRefusal } from '../domain/decide-rule.ts'
import type { RecordedRule } from '../persistence/rules.ts'

interface RuleSet {
  readonly rule: RecordedRule
}

/** Sets a threshold or a choice from a day on (B04); earlier ones stay readable. */
export async function setRule(
  given: ProposedRule,
  { actor, now }: GraphContext,
): Promise<Outcome<RuleSet, RuleRefusal>> {
  const decision = decideRule(given, actor, osloDay(now))
  if (decision.kind === 'refused') return decision
  const { validFrom, validTo, ...rule } = decision.rule
  const set = { setById: actor.personId, setAt: now }
  await database.serviceTimeRule.create({
    data: { ...rule, ...set, kinds: [...rule.kinds], validFrom: dateColumn(validFrom) },
  })
  return done({ rule: { ...rule, ...set, validFrom, validTo } })
}

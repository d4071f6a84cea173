import { done, type Outcome } from '@kompetanse/command'
import { osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { decideRule, type ProposedRule, type RuleRefusal } from '../domain/decide-rule.ts'
import { insertRule, type SetRule } from '../persistence/rules.ts'

interface RuleSet {
  readonly rule: SetRule
}

/** Sets a threshold or a choice from a day on (B04); earlier ones stay readable. */
export async function setRule(
  given: ProposedRule,
  { actor, now }: GraphContext,
): Promise<Outcome<RuleSet, RuleRefusal>> {
  const decision = decideRule(given, actor, osloDay(now))
  if (decision.kind === 'refused') return decision
  const rule = { ...decision.rule, setById: actor.personId, setAt: now }
  await insertRule(rule)
  return done({ rule })
}

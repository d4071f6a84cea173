import { done, refused, type Outcome } from '@kompetanse/command'
import { dateColumn, osloDay } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { refuseRule, unitOf, type ProposedRule, type RuleRefusal } from '../domain/decide-rule.ts'
import type { RecordedRule } from '../persistence/rules.ts'

interface RuleSet {
  readonly rule: RecordedRule
}

/** Sets a threshold or a choice from a day on (B04); earlier ones stay readable. */
export async function setRule(
  given: ProposedRule,
  { actor, now }: GraphContext,
): Promise<Outcome<RuleSet, RuleRefusal>> {
  const code = refuseRule(given, actor, osloDay(now))
  if (code) return refused(code)
  const rule = { ...given, unit: unitOf(given.code), kinds: [...new Set(given.kinds)] }
  const set = { setById: actor.personId, setAt: now }
  await database.serviceTimeRule.create({
    data: { ...rule, ...set, validFrom: dateColumn(given.validFrom) },
  })
  return done({ rule: { ...rule, ...set, validTo: null } })
}

import { dateColumn, osloDay } from '@kompetanse/directory/day'
import { cleanText, type GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import { database } from '../database.ts'
import { ruleRefusal, unitOf, type ProposedRule, type RuleRefusal } from './domain/decide-rule.ts'
import type { RecordedRule } from './rules.ts'

export type SetRuleOutcome =
  | { readonly kind: 'done'; readonly rule: RecordedRule }
  | { readonly kind: 'refused'; readonly code: RuleRefusal }

/** The nation's support alone: a rule holds for everybody. */
export const maySetRules = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.grants.some(({ role }) => role === 'SUPPORT')

/** Sets a threshold or a choice from a day on; earlier ones stay readable. */
export async function setRule(input: ProposedRule, { actor, now }: GraphContext): Promise<SetRuleOutcome> {
  const { code, value, validFrom } = input
  const source = cleanText(input.source)
  const refusal = ruleRefusal({ ...input, source }, maySetRules(actor), osloDay(now))
  if (refusal !== null || source === null) return { kind: 'refused', code: refusal ?? 'SOURCE_MISSING' }
  const rule = { code, value, unit: unitOf(code), kinds: [...new Set(input.kinds)], source }
  const set = { setById: actor.personId, setAt: now }
  await database.serviceTimeRule.create({ data: { ...rule, ...set, validFrom: dateColumn(validFrom) } })
  return { kind: 'done', rule: { ...rule, ...set, validFrom, validTo: null } }
}

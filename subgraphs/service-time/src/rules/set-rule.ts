import { dateColumn, osloDay } from '@kompetanse/directory/day'
import { cleanText, type GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import type { ServiceTimeRule } from '../ledger/domain/rules.ts'
import { ruleRefusal, unitOf, type ProposedRule, type RuleRefusal } from './domain/decide-rule.ts'

export type SetRuleOutcome =
  | { readonly kind: 'done'; readonly rule: ServiceTimeRule }
  | { readonly kind: 'refused'; readonly code: RuleRefusal }

/** Sets a threshold or a choice from a day on; earlier ones stay readable. */
export async function setRule(input: ProposedRule, { actor, now }: GraphContext): Promise<SetRuleOutcome> {
  const { code, value, validFrom } = input
  const source = cleanText(input.source)
  const isSupport = actor.kind === 'person' && actor.grants.some(({ role }) => role === 'SUPPORT')
  const refusal = ruleRefusal({ ...input, source }, isSupport, osloDay(now))
  if (refusal !== null || source === null) return { kind: 'refused', code: refusal ?? 'SOURCE_MISSING' }
  const rule = { code, value, unit: unitOf(code), kinds: [...new Set(input.kinds)], source }
  await database.serviceTimeRule.create({
    data: { ...rule, validFrom: dateColumn(validFrom), setById: actor.personId, setAt: now },
  })
  return { kind: 'done', rule: { ...rule, validFrom, validTo: null } }
}

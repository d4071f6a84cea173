import { dateColumn, dayOf } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { RuleCode, ServiceTimeRule } from '../domain/rule.ts'
import { DELIVERED_RULES } from '../domain/delivered.ts'
import { succeeding } from '../domain/in-force.ts'

/** A rule and who set it; null for those that the portal comes with. */
export interface RecordedRule extends ServiceTimeRule {
  readonly setById: Id<'Person'> | null
  readonly setAt: Date | null
}

const DELIVERED = DELIVERED_RULES.map((rule): RecordedRule => ({ ...rule, setById: null, setAt: null }))

/** All rules there have been: those the portal comes with, and those that administrators have set since. */
export async function loadRules(db: Pick<Tx, 'serviceTimeRule'>): Promise<readonly RecordedRule[]> {
  const rows = await db.serviceTimeRule.findMany({ orderBy: [{ setAt: 'asc' }, { id: 'asc' }] })
  const set = rows.map(({ code, value, unit, kinds, source, validFrom, setById, setAt }): RecordedRule => ({
    ...{ code: code as RuleCode, value, unit, kinds, source },
    ...{ validFrom: dayOf(validFrom), validTo: null, setById, setAt },
  }))
  return succeeding([...DELIVERED, ...set])
}

const ofRequest = new WeakMap<GraphContext, Promise<readonly RecordedRule[]>>()

/** The same, read once in a request. */
export function rulesOf(context: GraphContext): Promise<readonly RecordedRule[]> {
  const rules = ofRequest.get(context) ?? loadRules(database)
  ofRequest.set(context, rules)
  return rules
}

/** A rule that somebody sets. The next of its code ends it, see `succeeding`: its last day is not kept. */
export type SetRule = ServiceTimeRule & { readonly setById: Id<'Person'>; readonly setAt: Date }

export async function insertRule(rule: SetRule): Promise<void> {
  const { code, value, unit, kinds, source, validFrom, setById, setAt } = rule
  await database.serviceTimeRule.create({
    data: { code, value, unit, source, setById, setAt, kinds: [...kinds], validFrom: dateColumn(validFrom) },
  })
}

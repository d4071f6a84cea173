import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { Person as PersonRow } from '../../generated/db/client.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import { RULE_CODES, type ServiceTimeRule as DatedRule } from '../domain/rule.ts'
import type { RecordedRule } from '../persistence/rules.ts'
import { ServiceTimeRuleValue } from './ServiceTimeRuleValue.ts'

/** The calculation hands its rules back as they were given to it, and does not know who set them. */
type Rule = DatedRule & Partial<Pick<RecordedRule, 'setById' | 'setAt'>>

export const RuleCode = builder.enumType('ServiceTimeRuleCode', {
  description: 'Which threshold of the regulation, or which reading of it.',
  values: RULE_CODES,
})

const setters = batched<Id<'Person'>, PersonRow>(async (ids) => {
  const found = await database.person.findMany({ where: { id: { in: ids } } })
  return new Map(found.map((person) => [person.id, person]))
})

interface Decision {
  readonly byId: Id<'Person'>
  readonly at: Date
}

const ServiceTimeRuleDecision = builder.objectRef<Decision>('ServiceTimeRuleDecision').implement({
  description: 'Who set a rule, and when.',
  fields: (t) => ({
    by: t.field({
      type: Person,
      resolve: async ({ byId }, _args, context) => (await setters(byId, context)) as PersonRow,
    }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
})

export const ServiceTimeRule = builder.objectRef<Rule>('ServiceTimeRule').implement({
  description: 'A threshold of the regulation, or how it is read where it is silent; in force from a date.',
  fields: (t) => ({
    code: t.expose('code', { type: RuleCode }),
    value: t.field({ type: ServiceTimeRuleValue, resolve: (rule) => rule }),
    kinds: t.field({
      type: [ServicePeriodKind],
      description: 'Of the period kinds that it is about; empty: all.',
      resolve: ({ kinds }) => [...kinds],
    }),
    source: t.exposeString('source', {
      description: 'Where it is written, in Norwegian as in the regulation.',
    }),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while no other has come after it.',
    }),
    decision: t.field({
      type: ServiceTimeRuleDecision,
      nullable: true,
      description: 'That support set it; null of the rules that the portal comes with.',
      resolve: ({ setById, setAt }) => (setById && setAt ? { byId: setById, at: setAt } : null),
    }),
  }),
})

import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { Person as PersonRow } from '../../generated/db/client.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import { RULE_CODES, RULE_UNITS, type ServiceTimeRule as DatedRule } from '../domain/rule.ts'
import type { RecordedRule } from '../persistence/rules.ts'

/** The calculation hands its rules back as they were given to it, and does not know who set them. */
type Rule = DatedRule & Partial<Pick<RecordedRule, 'setById' | 'setAt'>>

export const RuleCode = builder.enumType('ServiceTimeRuleCode', {
  description: 'Which threshold of the regulation, or which reading of it.',
  values: RULE_CODES,
})

export const RuleUnit = builder.enumType('RuleUnit', {
  description:
    'What the value of a rule is: a number of days, a percentage, 0 or 1, or the number of a reading.',
  values: RULE_UNITS,
})

const setters = batched<Id<'Person'>, PersonRow>(async (ids) => {
  const found = await database.person.findMany({ where: { id: { in: ids } } })
  return new Map(found.map((person) => [person.id, person]))
})

export const ServiceTimeRule = builder.objectRef<Rule>('ServiceTimeRule').implement({
  description: 'A threshold of the regulation, or how it is read where it is silent; in force from a date.',
  fields: (t) => ({
    code: t.expose('code', { type: RuleCode }),
    value: t.exposeFloat('value', { description: 'Days, percent, 0 or 1, or the number of the reading.' }),
    unit: t.expose('unit', { type: RuleUnit }),
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
    setBy: t.field({
      type: Person,
      nullable: true,
      description: 'Null for the rules that the portal comes with.',
      resolve: async ({ setById }, _args, context) => (setById && (await setters(setById, context))) || null,
    }),
    setAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null for the rules that the portal comes with.',
      resolve: ({ setAt }) => setAt ?? null,
    }),
  }),
})

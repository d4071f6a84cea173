import { cleanText } from '@kompetanse/graph'
import { builder, NotFound, StaleVersion } from '../../builder.ts'
import { database } from '../../database.ts'
import type { GuidanceEntry } from '../../generated/db/client.ts'
import type { GuidanceRefusal } from '../domain/entry.ts'
import { correctHours } from '../use-cases/correct-hours.ts'
import type { EntryOutcome } from '../use-cases/outcome.ts'
import { recordHours } from '../use-cases/record-hours.ts'
import { SupervisionHoursEntry } from './SupervisionHoursEntry.ts'

const GuidanceRefusalCode = builder.enumType('GuidanceRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    NOT_IN_THIS_STATE: {
      description: 'What a finalised conversation or a group meeting gave is not corrected here.',
    },
    HOURS_INVALID: { description: 'More than none, at most 24.' },
    DATE_IN_FUTURE: {},
    REASON_REQUIRED: {},
    NATIONAL_ID_FOUND: {},
  } as const satisfies Record<GuidanceRefusal, object>,
})

const GuidanceRefused = builder.objectRef<{ readonly code: GuidanceRefusal }>('GuidanceRefused').implement({
  fields: (t) => ({ code: t.expose('code', { type: GuidanceRefusalCode }) }),
})

const typeOf = (value: unknown) => (value as { readonly __typename: string }).__typename

const entrySuccess = (name: string) =>
  builder.objectRef<{ readonly id: string }>(`${name}Success`).implement({
    fields: (t) => ({
      entry: t.prismaField({
        type: SupervisionHoursEntry,
        resolve: (query, { id }) =>
          database.guidanceEntry.findUnique({ ...query, where: { id } }) as Promise<GuidanceEntry>,
      }),
    }),
  })

const resultOf = (name: string) =>
  builder.unionType(`${name}Result`, {
    types: [entrySuccess(name), GuidanceRefused, NotFound, StaleVersion],
    resolveType: typeOf,
  })

const MEMBER = { refused: 'GuidanceRefused', stale: 'StaleVersion', 'not-found': 'NotFound' } as const
const toResult = (outcome: EntryOutcome, name: string) =>
  ({ ...outcome, __typename: outcome.kind === 'done' ? `${name}Success` : MEMBER[outcome.kind] }) as never

const RecordGuidanceHoursInput = builder.inputType('RecordGuidanceHoursInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    on: t.field({ type: 'Date', required: true }),
    hours: t.float({ required: true }),
    note: t.string(),
  }),
})

builder.mutationField('recordGuidanceHours', (t) =>
  t.field({
    type: resultOf('RecordGuidanceHours'),
    description: "Guidance that was no conversation, by the trainee's mentor.",
    args: { input: t.arg({ type: RecordGuidanceHoursInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const guidance = { ...input, on: String(input.on), note: cleanText(input.note) }
      return toResult(await recordHours(guidance, context), 'RecordGuidanceHours')
    },
  }),
)

const REASON = 'Required: hours that were counted are not changed without one. It stays in the history.'

const CorrectGuidanceHoursInput = builder.inputType('CorrectGuidanceHoursInput', {
  fields: (t) => ({
    entryId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    on: t.field({ type: 'Date', required: true }),
    hours: t.float({ required: true }),
    note: t.string(),
    reason: t.string({ description: REASON }),
  }),
})

builder.mutationField('correctGuidanceHours', (t) =>
  t.field({
    type: resultOf('CorrectGuidanceHours'),
    args: { input: t.arg({ type: CorrectGuidanceHoursInput, required: true }) },
    resolve: async (_root, { input: { on, hours, note, ...which } }, context) => {
      const to = { on: String(on), hours, note: cleanText(note) }
      const correction = { ...which, reason: cleanText(which.reason), to }
      return toResult(await correctHours(correction, context), 'CorrectGuidanceHours')
    },
  }),
)

const RemoveGuidanceHoursInput = builder.inputType('RemoveGuidanceHoursInput', {
  fields: (t) => ({
    entryId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ description: REASON }),
  }),
})

builder.mutationField('removeGuidanceHours', (t) =>
  t.field({
    type: resultOf('RemoveGuidanceHours'),
    args: { input: t.arg({ type: RemoveGuidanceHoursInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const removal = { ...input, reason: cleanText(input.reason), to: null }
      return toResult(await correctHours(removal, context), 'RemoveGuidanceHours')
    },
  }),
)

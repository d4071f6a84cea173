import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import { NotFound, refusal, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { type InputBuilder, mutation, mutationsOn } from '../../graph/mutation.ts'
import type { HoursRefusal } from '../domain/entry.ts'
import { entryCommands } from '../use-cases/commands.ts'
import { recordHours } from '../use-cases/record-hours.ts'
import { SupervisionHoursEntry } from './SupervisionHoursEntry.ts'

const SupervisionHoursRefused = refusal<HoursRefusal>('SupervisionHoursRefused', {
  codes: {
    NOT_PERMITTED: '',
    NOT_IN_THIS_STATE: 'what a finalised conversation or a group meeting gave is not corrected here.',
    HOURS_INVALID: 'more than none, at most 24.',
    DATE_IN_FUTURE: '',
    REASON_REQUIRED: '',
    NATIONAL_ID_FOUND: '',
  },
})

/** The entry after the command. */
const success = <Parent extends { readonly id: Id<'SupervisionHoursEntry'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
) => ({
  entry: t.prismaField({
    type: SupervisionHoursEntry,
    resolve: (query, { id }) => database.supervisionHoursEntry.findUniqueOrThrow({ ...query, where: { id } }),
  }),
})

const recorded = (t: InputBuilder) => ({
  on: t.field({
    type: 'Date',
    required: true,
    description: 'A calendar day in Oslo; DATE_IN_FUTURE of a later one than today.',
  }),
  hours: t.float({ required: true, description: 'More than none, at most 24; HOURS_INVALID else.' }),
  note: t.string({ description: 'Read by the trainee and by who writes it, nobody else.' }),
})

const reason = {
  description:
    'Hours that were counted are not changed without one, REASON_REQUIRED. It stays in the history.',
}

mutation({
  name: 'RecordSupervisionHours',
  description: "Supervision that was no conversation, by the trainee's mentor of today (B06).",
  input: (t) => ({
    traineeId: t.idOf('Person', {
      required: true,
      description: 'Whose hours; NotFound of whom the actor may not see.',
    }),
    ...recorded(t),
  }),
  refusals: [SupervisionHoursRefused, NotFound],
  perform: ({ note = null, ...rest }, context) => recordHours({ ...rest, note }, context),
  success,
})

const entryMutation = mutationsOn({
  id: 'entryId',
  refused: SupervisionHoursRefused,
  perform: entryCommands.perform,
  success,
})

entryMutation({
  name: 'CorrectSupervisionHours',
  description: 'By who recorded it, of supervision that was no conversation and no group meeting (B06).',
  input: (t) => ({ ...recorded(t), reason: t.string(reason) }),
  command: ({ reason = null, note = null, ...rest }) => ({ name: 'CORRECT', reason, to: { ...rest, note } }),
})

entryMutation({
  name: 'RemoveSupervisionHours',
  description: 'Takes it out of the account; by who recorded it, as for a correction (B06).',
  input: (t) => ({ reason: t.string(reason) }),
  command: ({ reason = null }) => ({ name: 'REMOVE', reason }),
})

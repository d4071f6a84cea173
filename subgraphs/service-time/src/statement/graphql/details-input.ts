import { builder } from '../../builder.ts'
import type { Details } from '../domain/details.ts'
import { shareOf } from '../domain/share.ts'
import { AbsenceKind, ServicePeriodKind } from './enums.ts'

const firstDay = { type: 'Date', required: true, description: 'The first day.' } as const
const lastDay = {
  type: 'Date',
  required: true,
  description: 'The last day, within the period; ENDS_BEFORE_START and OUTSIDE_PERIOD of another.',
} as const

const AbsenceDetails = builder.inputType('AbsenceDetails', {
  description: 'Days of the period on which the trainee was away.',
  fields: (t) => ({
    kind: t.field({ type: AbsenceKind, required: true, description: 'Why.' }),
    startsOn: t.field(firstDay),
    endsOn: t.field(lastDay),
    share: t.float({
      required: true,
      defaultValue: 1,
      description:
        'The part of the position that was away; 1 is all of it, kept in hundredths of a percent. SHARE_OUT_OF_RANGE unless above 0 and at most 1.',
    }),
  }),
})

const UnsupervisedPeriodDetails = builder.inputType('UnsupervisedPeriodDetails', {
  description: 'Days of the period without individual guidance and supervision.',
  fields: (t) => ({
    startsOn: t.field(firstDay),
    endsOn: t.field(lastDay),
    reason: t.string({ required: true, description: 'REASON_MISSING of an empty one.' }),
  }),
})

const ServicePlaceInput = builder.inputType('ServicePlaceInput', {
  isOneOf: true,
  description: 'A place of work, by one of the two.',
  fields: (t) => ({
    enterpriseId: t.idOf('Enterprise', {
      description:
        'An enterprise that the portal knows: the period keeps its name of that day. ENTERPRISE_UNKNOWN of another.',
    }),
    name: t.string({
      description: 'Of a place that the portal does not know. ENTERPRISE_MISSING of an empty one.',
    }),
  }),
})

export const ServicePeriodDetails = builder.inputType('ServicePeriodDetails', {
  description: 'The whole of what the trainee states; an edit sends all of it again.',
  fields: (t) => ({
    kind: t.field({ type: ServicePeriodKind, required: true, description: 'What sort of service.' }),
    place: t.field({ type: ServicePlaceInput, required: true, description: 'Where it was.' }),
    unitName: t.string({ description: 'Where in it, in the trainee’s words.' }),
    position: t.string({ required: true, description: 'POSITION_MISSING of an empty one.' }),
    fte: t.float({
      required: true,
      description:
        '1 is full time; kept in hundredths of a percent. SHARE_OUT_OF_RANGE unless above 0 and at most 1.',
    }),
    startsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day; STARTS_IN_FUTURE of a later one than today in Oslo.',
    }),
    endsOn: t.field({ type: 'Date', description: 'The last day; null while it goes on.' }),
    overlapReason: t.string({
      description: 'Required when positions are above full time together: else OVERLAP_NOT_EXPLAINED.',
    }),
    absences: t.field({
      type: [AbsenceDetails],
      required: true,
      description: 'All of them; what is left out of an edit is gone.',
    }),
    unsupervisedPeriods: t.field({
      type: [UnsupervisedPeriodDetails],
      required: true,
      description: 'All of them; what is left out of an edit is gone.',
    }),
  }),
})

/** The input as it is kept: shares in ten-thousandths, and null for what was left out. */
export const detailsOf = ({
  fte,
  place,
  unitName = null,
  endsOn = null,
  overlapReason = null,
  ...input
}: typeof ServicePeriodDetails.$inferInput): Details => ({
  ...{ ...input, unitName, endsOn, overlapReason },
  ...{ enterpriseId: place.enterpriseId ?? null, enterpriseName: place.name ?? '' },
  share: shareOf(fte),
  absences: input.absences.map((absence) => ({ ...absence, share: shareOf(absence.share) })),
})

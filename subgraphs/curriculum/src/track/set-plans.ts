import type { Actor } from '@kompetanse/schema/actor-token'
import { announceTrack } from '../announce.ts'
import { asCode, asId } from '../asked.ts'
import { builder, NotFound, StaleVersion } from '../builder.ts'
import { database } from '../database.ts'
import { mayAdminister } from '../learning-activity/domain/decide.ts'
import { CurriculumRefused, notFound, refused, stale } from '../refusal.ts'

interface Done {
  readonly __typename: 'SetTrackPlansSuccess'
  readonly code: string
}

const SetTrackPlansSuccess = builder.objectRef<Done>('SetTrackPlansSuccess').implement({
  fields: (t) => ({
    track: t.prismaField({
      type: 'Track',
      resolve: (query, { code }) => database.track.findUniqueOrThrow({ ...query, where: { code } }),
    }),
  }),
})

const Result = builder.unionType('SetTrackPlansResult', {
  types: [SetTrackPlansSuccess, CurriculumRefused, NotFound, StaleVersion],
  resolveType: (value) => value.__typename,
})

const Input = builder.inputType('SetTrackPlansInput', {
  fields: (t) => ({
    trackCode: t.string({ required: true }),
    expectedVersion: t.int({ required: true }),
    planTemplateIds: t.idList({ required: true }),
    assignsAutomatically: t.boolean({ required: true }),
  }),
})

/** Which plans a trainee in the track gets from now on; plans already assigned stay (F102–F105). */
function setTrackPlans(actor: Actor, input: typeof Input.$inferInput) {
  const { expectedVersion } = input
  const code = asCode(input.trackCode)
  return database.$transaction(async (tx) => {
    if (!mayAdminister(actor)) return refused('NOT_PERMITTED')
    const ids = [...new Set(input.planTemplateIds)]
    if (ids.length === 0) return refused('PLANS_REQUIRED')
    const known = await tx.planTemplate.count({ where: { id: { in: ids.map(asId) } } })
    const read = () => tx.track.findUnique({ where: { code } })
    if (!(await read()) || known < ids.length) return notFound(input.trackCode)
    const data = { assignsPlansAutomatically: input.assignsAutomatically, version: { increment: 1 } }
    const { count } = await tx.track.updateMany({ where: { code, version: expectedVersion }, data })
    // Read anew: who was first may have been so since.
    if (count === 0) return stale(expectedVersion, (await read())?.version ?? expectedVersion)
    await tx.trackPlan.deleteMany({ where: { trackCode: code } })
    await tx.trackPlan.createMany({
      data: ids.map((templateId, position) => ({ trackCode: code, templateId, position })),
    })
    await announceTrack(tx, code)
    return { __typename: 'SetTrackPlansSuccess' as const, code }
  })
}

builder.mutationField('setTrackPlans', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, { actor }) => setTrackPlans(actor, input),
  }),
)

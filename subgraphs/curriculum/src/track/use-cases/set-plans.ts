import type { GraphContext } from '@kompetanse/graph'
import { announceTrack } from '../../announce.ts'
import { asCode, asId } from '../../asked.ts'
import type { Tx } from '../../database.ts'
import { appendChange } from '../../history/append.ts'
import { notFound, refused, stale } from '../../refusal.ts'
import { trackCommands } from '../domain/commands.ts'

export interface SetPlans {
  readonly trackCode: string
  readonly expectedVersion: number
  readonly planTemplateIds: readonly string[]
  readonly assignsAutomatically: boolean
}

/** Which plans a trainee in the track gets from now on; plans already assigned stay (F102–F105). */
export async function setTrackPlans(tx: Tx, input: SetPlans, context: GraphContext) {
  const { expectedVersion, assignsAutomatically } = input
  const code = asCode(input.trackCode)
  if (!trackCommands(context.actor).includes('SET_PLANS')) return refused('NOT_PERMITTED')
  const ids = [...new Set(input.planTemplateIds)]
  if (ids.length === 0) return refused('PLANS_REQUIRED')
  const known = await tx.planTemplate.count({ where: { id: { in: ids.map(asId) } } })
  const read = () => tx.track.findUnique({ where: { code } })
  if (!(await read()) || known < ids.length) return notFound(input.trackCode)
  const data = { assignsPlansAutomatically: assignsAutomatically, version: { increment: 1 } }
  const { count } = await tx.track.updateMany({ where: { code, version: expectedVersion }, data })
  // Read anew: who was first may have been so since.
  if (count === 0) return stale(expectedVersion, (await read())?.version ?? expectedVersion)
  await tx.trackPlan.deleteMany({ where: { trackCode: code } })
  await tx.trackPlan.createMany({
    data: ids.map((templateId, position) => ({ trackCode: code, templateId, position })),
  })
  await announceTrack(tx, code)
  const content = { planTemplateIds: ids, assignsAutomatically }
  await appendChange(tx, { subject: code, command: 'SET_PLANS', content }, context)
  return { __typename: 'SetTrackPlansSuccess' as const, code }
}

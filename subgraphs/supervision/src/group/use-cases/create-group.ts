import { done, type Outcome } from '@kompetanse/command'
import { today } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { appendChanges } from '../../history/persistence/append.ts'
import { decideCreation } from '../domain/decide.ts'
import type { GroupRefusal } from '../domain/group.ts'
import { guides } from '../persistence/visible-group.ts'

export interface NewGroup {
  readonly name: string
  readonly trackCode: string
}

type CreateOutcome = Outcome<{ readonly id: Id<'SupervisionGroup'> }, GroupRefusal>

/** Who guides somebody begins a group of a track, and leads it. */
export function createGroup(
  { name, trackCode }: NewGroup,
  { actor, now }: GraphContext,
): Promise<CreateOutcome> {
  const mentorId = actor.personId
  return database.$transaction(async (tx): Promise<CreateOutcome> => {
    const guided =
      actor.kind === 'person' && (await tx.relation.findFirst({ where: guides(mentorId, today(now)) }))
    const inTrack = await tx.person.findFirst({ where: { trackCode }, select: { id: true } })
    const decision = decideCreation(name, { guides: Boolean(guided), trackKnown: inTrack !== null })
    if (decision.kind === 'refused') return decision
    const data = { name, trackCode, mentorId, createdAt: now }
    const { id } = await tx.supervisionGroup.create({ data })
    const entry = { subjectKind: 'GROUP', subjectId: id, at: now, byId: mentorId } as const
    await appendChanges(tx, [{ ...entry, command: 'CREATE', content: { name, trackCode } }])
    return done({ id })
  })
}

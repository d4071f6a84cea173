import { today } from '@kompetanse/directory/day'
import { isId, type GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { appendChanges } from '../../history/append.ts'
import { refuseName } from '../domain/group.ts'
import { guides } from '../persistence/visible-group.ts'
import { refused, type GroupOutcome } from './outcome.ts'

export interface NewGroup {
  readonly name: string | null
  readonly trackCode: string
}

/** Who guides somebody begins a group of a track, and leads it. */
export function createGroup(
  { name, trackCode }: NewGroup,
  { actor, now }: GraphContext,
): Promise<GroupOutcome> {
  return database.$transaction(async (tx): Promise<GroupOutcome> => {
    const guided =
      actor.kind === 'person' &&
      isId(actor.personId) &&
      (await tx.relation.findFirst({ where: guides(actor.personId, today(now)) }))
    if (!guided) return refused('NOT_PERMITTED')
    const code = refuseName(name)
    if (code) return refused(code)
    if (!(await tx.person.findFirst({ where: { trackCode } }))) return refused('TRACK_UNKNOWN')
    const data = { name: name ?? '', trackCode, mentorId: actor.personId, createdAt: now }
    const { id } = await tx.supervisionGroup.create({ data })
    const entry = { subjectKind: 'GROUP', subjectId: id, at: now, byId: actor.personId } as const
    await appendChanges(tx, [{ ...entry, command: 'CREATE', content: { name: data.name, trackCode } }])
    return { kind: 'done', id }
  })
}

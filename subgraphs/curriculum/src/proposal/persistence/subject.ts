import { notFound, type NotFound } from '@kompetanse/command'
import { database } from '../../database.ts'
import type { Proposed } from '../domain/proposed.ts'
import type { Subject } from '../domain/subject.ts'

/** What is to be changed, as far as it says who may propose it. */
export async function findSubject({ kind, input }: Proposed): Promise<Subject | NotFound> {
  if (kind === 'SET_TRACK_PLANS') return { kind }
  const id = input.activityDefinitionId
  const activity = await database.activityDefinition.findUnique({ where: { id } })
  return activity ? { kind, activity } : notFound(id)
}

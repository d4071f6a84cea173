import { takesTrainees, type Purpose } from '@kompetanse/directory/choosing'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { RELATION_KINDS } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { searchName } from '../../person/domain/search-name.ts'
import { reachablePersons } from '../../person/persistence/reach.ts'
import { barred } from '../../relation/domain/relation.ts'
import { toTraineeFacts, traineeFactsSelect } from '../../trainee/persistence/facts.ts'

export interface PersonSearch {
  readonly search: string
  readonly purpose?: Purpose | null | undefined
  /** The older name of `purpose`. */
  readonly role?: Purpose | null | undefined
  /** Whom somebody is chosen for; the actor when not said. */
  readonly forPersonId?: Id<'Person'> | null | undefined
  readonly unitId?: Id<'Unit'> | null | undefined
}

const MAX_WORDS = 5

/** Each word of the search begins a word of the name. Fewer than two letters find nobody: no list to leaf through. */
export async function searchWhere(
  { search, role, purpose = role, forPersonId, unitId }: PersonSearch,
  context: GraphContext,
): Promise<Prisma.PersonWhereInput> {
  const words = searchName(search, '').trim().split(/\s+/).slice(0, MAX_WORDS)
  if (words.join('').length < 2) return { id: { in: [] } }
  return {
    active: true,
    AND: [
      await reachablePersons(context),
      ...words.map((word) => ({ searchName: { contains: ` ${word}` } })),
    ],
    ...(purpose ? await fitting(purpose, forPersonId ?? context.actor.personId, context) : {}),
    ...(unitId ? { unitId } : {}),
  }
}

/** `fits` in SQL, without those whom the command refuses to this actor. */
const fitting = async (
  purpose: Purpose,
  forPersonId: Id<'Person'>,
  context: GraphContext,
): Promise<Prisma.PersonWhereInput> => ({
  id: { notIn: [forPersonId, ...(await barredFor(purpose, forPersonId, context))] },
  ...(takesTrainees(purpose) ? {} : { trainee: null }),
})

/** Only who names for a trainee by a right of their own may name oneself. */
async function barredFor(
  purpose: Purpose,
  forPersonId: Id<'Person'>,
  context: GraphContext,
): Promise<Id<'Person'>[]> {
  const authority = await authorityFor(context)
  const kind = RELATION_KINDS.find((each) => each === purpose)
  const trainee =
    kind &&
    (await database.trainee.findUnique({
      where: { id: forPersonId },
      select: traineeFactsSelect(context.now),
    }))
  return trainee ? [...barred(kind, authority, toTraineeFacts(trainee))] : [authority.personId]
}

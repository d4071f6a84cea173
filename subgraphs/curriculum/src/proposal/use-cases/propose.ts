import { cleanText, type GraphContext } from '@kompetanse/graph'
import { asId } from '../../asked.ts'
import { database, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { appendChange } from '../../history/append.ts'
import { availableCommands } from '../../learning-activity/domain/decide.ts'
import { notFound, refused, type Refusal } from '../../refusal.ts'
import { regionsOf } from '../../rights/domain/rights.ts'
import { trackCommands } from '../../track/domain/commands.ts'
import { rehearse, type Proposed } from './perform.ts'

export interface Done {
  readonly __typename: 'ProposalDone'
  readonly proposalId: string
}

/** A region's administrator proposes what the Directorate could do, and says why. */
export async function propose(
  proposed: Proposed,
  given: string,
  context: GraphContext,
): Promise<Done | Refusal> {
  const may = await mayPropose(proposed, context)
  if (may !== true) return may
  const reason = cleanText(given)
  if (reason === null) return refused('REASON_REQUIRED')
  const answer = await rehearse(proposed, context)
  if (isRefusal(answer)) return answer
  return database.$transaction((tx) => save(tx, proposed, reason, context))
}

/** What somebody may change by themselves is not proposed, and what is retired not at all. */
async function mayPropose({ kind, input }: Proposed, { actor }: GraphContext): Promise<true | Refusal> {
  if (kind === 'SET_TRACK_PLANS')
    return trackCommands(actor).includes('PROPOSE_PLANS') || refused('NOT_PERMITTED')
  const activity = await database.activityDefinition.findUnique({
    where: { id: asId(input.activityDefinitionId) },
  })
  if (!activity) return notFound(input.activityDefinitionId)
  const command = kind === 'EDIT_ACTIVITY' ? 'PROPOSE_EDIT' : 'PROPOSE_RETIREMENT'
  // Of a retired one the rehearsal tells.
  return (
    availableCommands({ ...activity, retired: false }, actor).includes(command) || refused('NOT_PERMITTED')
  )
}

const isRefusal = (answer: { readonly __typename: string }): answer is Refusal =>
  ['CurriculumRefused', 'NotFound', 'StaleVersion'].includes(answer.__typename)

async function save(tx: Tx, { kind, input }: Proposed, reason: string, context: GraphContext): Promise<Done> {
  const { actor, now } = context
  const content = { ...input } as Prisma.InputJsonObject
  const subject =
    kind === 'SET_TRACK_PLANS'
      ? { trackCode: input.trackCode }
      : { activityId: input.activityDefinitionId.toLowerCase() }
  const { id } = await tx.proposal.create({
    data: {
      ...{ kind, ...subject, input: content, reason, regionCode: regionsOf(actor)[0] ?? '' },
      ...{ proposedById: actor.personId, proposedAt: now },
    },
  })
  await appendChange(tx, { subject: id, command: 'PROPOSE', content: { kind, reason, ...content } }, context)
  return { __typename: 'ProposalDone', proposalId: id }
}

import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { nationally, regionsOf } from '../../rights/domain/rights.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Proposed } from '../domain/proposed.ts'

/** The Directorate sees all proposals, a region's administrators those of the region, nobody else any. */
export const visibleProposal = (actor: Actor): Prisma.ProposalWhereInput =>
  nationally(actor) === 'CHANGES' ? {} : { regionCode: { in: [...regionsOf(actor)] } }

/** What a decision needs to know beside the row itself. */
export const withSubject = {
  track: { select: { version: true } },
  activity: { select: { version: true } },
} satisfies Prisma.ProposalInclude

type Row = Prisma.ProposalGetPayload<{ include: typeof withSubject }>
type Decided = Pick<Row, 'status' | 'proposedById' | 'input' | 'track' | 'activity'>

export function toProposal({ status, proposedById, input, track, activity }: Decided): Proposal {
  const { expectedVersion } = input as { expectedVersion?: unknown }
  return { status, proposedById, current: (track ?? activity)?.version === expectedVersion }
}

/** What a row proposes, as `propose` alone wrote it. */
export const proposedOf = (row: { readonly kind: Proposed['kind']; readonly input: unknown }) =>
  row as Proposed

export interface Loaded {
  readonly row: Row
  readonly actor: Actor
}

/** Those of the proposals that the actor may see, locked: of two who answer at once the second is told. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<unknown, Id<'Proposal'>>[],
  { actor }: GraphContext,
): Promise<Map<Id<'Proposal'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { AND: [{ id: { in: ids } }, visibleProposal(actor)] }
  const rows = await tx.proposal.findMany({ where, include: withSubject })
  return new Map(rows.map((row) => [row.id, { row, actor }]))
}

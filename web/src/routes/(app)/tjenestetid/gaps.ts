import { graph } from '#lib/graph/index.ts'
import { GapsQuery } from './queries.ts'

/** What the supervision's own record lacks within these days; nothing when it cannot be asked. */
export const gapsWithin = async (
  from: string,
  to: string,
): Promise<readonly { from: string; to: string }[]> => {
  const { data } = await graph().query(GapsQuery, { from, to }).toPromise()
  return data?.viewer?.trainee?.supervisionGaps ?? []
}

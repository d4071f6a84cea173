import { graph } from '#lib/graph/index.ts'
import { GapsQuery } from './queries.ts'

/** What the supervision's own record lacks within these days; nothing when it cannot be asked. */
export const gapsWithin = async (
  startsOn: string,
  endsOn: string,
): Promise<readonly { startsOn: string; endsOn: string }[]> => {
  const { data } = await graph().query(GapsQuery, { startsOn, endsOn }).toPromise()
  return data?.viewer?.trainee?.supervisionGaps ?? []
}

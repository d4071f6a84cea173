import { graph } from '#lib/graph/index.ts'
import { GapsQuery } from './queries.ts'

/** The days within a span without registered supervision; none when supervision is unavailable. */
export const gapsWithin = async (
  startsOn: string,
  endsOn: string,
): Promise<readonly { startsOn: string; endsOn: string }[]> => {
  const { data } = await graph().query(GapsQuery, { startsOn, endsOn }).toPromise()
  return data?.viewer?.trainee?.supervisionGaps ?? []
}

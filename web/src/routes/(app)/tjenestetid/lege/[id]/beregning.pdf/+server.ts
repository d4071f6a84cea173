import { error } from '@sveltejs/kit'
import { today } from '#lib/format/index.ts'
import { load as ask } from '#lib/graph/index.ts'
import { ViewerQuery } from '#lib/shell/viewer.ts'
import { ServiceTimeLines, TraineeServiceTimeQuery } from '../queries.ts'
import type { RequestHandler } from './$types'
import { accountDocument, type Line } from './account-document.ts'
import { typeset } from './typeset.ts'

type LinesRequest = { id: string; fetch: typeof fetch; after: string | null }

/** All lines of the account after a cursor, page by page. */
const linesFrom = async ({ id, fetch, after }: LinesRequest): Promise<Line[]> => {
  const page = await ask(ServiceTimeLines, { id, after }, { fetch })
  const found = page.data?.trainee?.serviceTimeLedger?.registered.lines
  if (!found) error(503)
  const lines = found.edges.map(({ node }) => node)
  const { hasNextPage, endCursor } = found.pageInfo
  return hasNextPage ? [...lines, ...(await linesFrom({ id, fetch, after: endCursor }))] : lines
}

/** The account as a PDF, of what the signed-in person may see; 404 for everything else. */
export const GET: RequestHandler = async ({ params, fetch }) => {
  const [time, me] = await Promise.all([
    ask(TraineeServiceTimeQuery, { id: params.id }, { fetch }),
    ask(ViewerQuery, {}, { fetch }),
  ])
  const trainee = time.data?.trainee
  const ledger = trainee?.serviceTimeLedger
  const by = me.data?.viewer?.profile?.person.displayName
  if (!trainee && !time.error) error(404)
  if (!trainee || !ledger || by === undefined) error(time.error || by === undefined ? 503 : 404)

  const lines = await linesFrom({ id: params.id, fetch, after: null })
  const pdf = typeset(accountDocument({ trainee, ledger, lines, by, today: today() }))
  const name = `tjenestetid-${today()}.pdf`
  return new Response(pdf, {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
  })
}

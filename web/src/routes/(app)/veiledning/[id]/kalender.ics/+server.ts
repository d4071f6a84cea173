import { error } from '@sveltejs/kit'
import { calendarEntry } from '#lib/conversation/calendar.ts'
import { graph, graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { RequestHandler } from './$types'

/** Nothing that is written before, in or after the conversation: a calendar is read by more than its owner. */
const ConversationCalendar = graphql(`
  query ConversationCalendar($id: ID!) {
    supervisionConversation(id: $id) {
      id
      version
      status
      startsAt
      endsAt
      place
      trainee {
        id
        displayName
      }
      mentor {
        id
        displayName
      }
    }
  }
`)

/** The conversation for the person's own calendar; to all but its two parties it does not exist. */
export const GET: RequestHandler = async ({ params, fetch, url }) => {
  const answer = await graph().query(ConversationCalendar, { id: params.id }, { fetch }).toPromise()
  const conversation = answer.data?.supervisionConversation
  if (!conversation) error(answer.error ? 503 : 404)
  const { trainee, mentor } = conversation
  const entry = calendarEntry(
    {
      ...conversation,
      title: m.conv_between({ trainee: trainee.displayName, mentor: mentor.displayName }),
      url: `${url.origin}/veiledning/${conversation.id}`,
    },
    new Date(),
  )
  return new Response(entry, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="veiledningssamtale.ics"',
    },
  })
}

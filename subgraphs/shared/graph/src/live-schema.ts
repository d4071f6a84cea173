/** How a subgraph with live lists tells the gateway which argument says where a stream starts. */
import { DirectiveLocation, GraphQLDirective, specifiedDirectives } from 'graphql'

/**
 * The gateway resumes a stream after its newest event by this argument, and by no other: the mark is kept by
 * composition, which needs the specification's address and the subgraph's word that it is to be kept.
 */
const resumesAfter = new GraphQLDirective({
  name: 'resumesAfter',
  description: 'The stream starts after the event at this position; the gateway resumes it so.',
  locations: [DirectiveLocation.ARGUMENT_DEFINITION],
})

/**
 * Options of `toSubGraphSchema` for a subgraph that has subscriptions. What is given there takes the place of the
 * directives that each schema has by itself, without which `@skip` and `@include` would be refused.
 */
export const liveSchema = {
  directives: [...specifiedDirectives, resumesAfter],
  composeDirectives: ['@resumesAfter' as const],
  extensions: {
    directives: [
      {
        name: 'link',
        args: { url: 'https://kompetanseportalen.no/live/v1.0', import: ['@resumesAfter'] },
      },
    ],
  },
}

/** The argument of a subscription after whose position it starts: `after: t.arg(startPosition)`. */
export const startPosition = {
  type: 'EventCursor',
  description: 'The position after which the events begin; without one, those of from now on.',
  directives: { resumesAfter: {} },
} as const

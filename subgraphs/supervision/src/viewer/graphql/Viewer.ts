import { addViewer } from '@kompetanse/directory'
import { builder } from '../../builder.ts'
import { followedTrainees, Trainee } from '../../directory/graphql/Trainee.ts'
import { readFrom } from '../../live/read-from.ts'
import { administeredScopes } from '../../template/domain/template.ts'
import { ConversationTemplateOffer } from '../../template/graphql/ConversationTemplate.ts'
import { ConversationTasks } from './ConversationTasks.ts'
import { conversationTasks } from '../persistence/tasks.ts'

const Viewer = addViewer(builder, { type: Trainee, find: followedTrainees })

builder.objectFields(Viewer, (t) => ({
  conversationTasks: t.field({
    type: ConversationTasks,
    nullable: true,
    description: 'What waits for the actor in conversations; null when supervision is away.',
    resolve: async (_viewer, _args, context) => {
      await readFrom(context)
      return conversationTasks(context)
    },
  }),
  conversationTemplateOffers: t.field({
    type: [ConversationTemplateOffer],
    nullable: { list: true, items: false },
    description: 'For whom the actor may add conversation templates; empty for most.',
    resolve: (_viewer, _args, { actor }) => [...administeredScopes(actor.grants)],
  }),
}))

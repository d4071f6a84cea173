import './queries.ts'
import './mutations/group.ts'
import './mutations/members.ts'
import './mutations/meetings.ts'

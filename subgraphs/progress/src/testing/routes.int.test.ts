import { routeTests } from '@kompetanse/graph/testing'
import { fileRoutes } from '../attachments/http/route.ts'

routeTests(fileRoutes(), {
  'POST /files': 'person',
  'GET /files/{id}': 'person',
  'HEAD /files/{id}': 'person',
})

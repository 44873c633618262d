/** What the playground opens with: the main job, ready to run. */
export const EXAMPLE_OPERATIONS = `# Put your token into the headers below: {"Authorization": "Bearer <token>"}
# \`npm run -s token -- --email you@example.com\` prints one.

query Me {
  me { id email credits }
}

# 1. Ask for an upload URL, then PUT the file to it:
#    curl -X PUT -H 'Content-Type: application/pdf' --data-binary @statement.pdf '<uploadUrl>'
mutation RequestUpload {
  requestUpload(input: { filename: "statement.pdf" }) { uploadUrl file { id status } }
}

# 2. Process it: one credit a page.
mutation ProcessFile($id: ID!) {
  processFile(id: $id) { id status totalPages }
}

# 3. Watch it.
subscription Progress($id: ID!) {
  fileProgress(id: $id) { status progress }
}

# 4. Look at the rows, or download the workbook.
query Statement($id: ID!) {
  file(id: $id) {
    status
    processedData {
      ... on ExtractedDocument {
        statements {
          bank accountNumber currency openingBalance closingBalance reconciled
          transactions { date description amount balance flags }
        }
      }
      ... on ProcessingError { code message }
    }
  }
  downloadLink(id: $id, format: XLSX) { downloadUrl filename expiresAt }
}

query Files {
  files(first: 20) { nodes { id filename status progress } pageInfo { hasNextPage endCursor } totalCount }
}

# Several statements in one workbook: make a dashboard, add files to it, build it, watch it, download it.
mutation CreateDashboard {
  createDashboard(input: { name: "My accounts" }) { id status }
}

mutation BuildDashboard($id: ID!, $fileIds: [ID!]!) {
  addDashboardFiles(id: $id, fileIds: $fileIds) { fileCount status }
  reprocessDashboard(id: $id) { status rebuilding }
}

subscription Rebuild($id: ID!) {
  dashboardProgress(id: $id) { status rebuilding progress rebuildError }
}

query Dashboard($id: ID!) {
  dashboard(id: $id) { name status fileCount builtAt files { nodes { id filename } } }
  dashboardDownloadLink(id: $id, format: XLSX) { downloadUrl filename expiresAt }
}
`;

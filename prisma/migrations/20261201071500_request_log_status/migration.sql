-- CreateIndex: a status that few calls had, or none, was looked for among all calls of its class.
CREATE INDEX "request_log_entries_project_id_status_id_idx" ON "request_log_entries"("project_id", "status", "id" DESC);

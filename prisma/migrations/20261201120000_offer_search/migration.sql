-- CreateIndex: an offer's id leads to its decision.
CREATE INDEX "decision_versions_offers_idx" ON "decision_versions" USING GIN ("offers" jsonb_path_ops);

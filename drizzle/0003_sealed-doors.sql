ALTER TABLE "join_links" DROP CONSTRAINT "join_links_token_unique";--> statement-breakpoint
ALTER TABLE "sprints" DROP CONSTRAINT "sprints_code_unique";--> statement-breakpoint
ALTER TABLE "join_links" ADD COLUMN "token_hash" text;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "code_hash" text;--> statement-breakpoint
ALTER TABLE "join_links" ADD CONSTRAINT "join_links_token_hash_unique" UNIQUE("token_hash");--> statement-breakpoint
ALTER TABLE "sprints" ADD CONSTRAINT "sprints_code_hash_unique" UNIQUE("code_hash");
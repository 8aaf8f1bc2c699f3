CREATE TABLE "askings" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"asked_by_id" text,
	"concepts" jsonb NOT NULL,
	"words" text,
	"dots" jsonb,
	"sent" boolean DEFAULT false NOT NULL,
	CONSTRAINT "askings_dots" CHECK ("askings"."dots" is null or jsonb_array_length("askings"."dots") <= 3),
	CONSTRAINT "askings_words_first" CHECK ("askings"."dots" is null or "askings"."words" is not null)
);
--> statement-breakpoint
CREATE TABLE "customer_answers" (
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"item" smallint NOT NULL,
	"answer" smallint NOT NULL,
	CONSTRAINT "customer_answers_customer_id_kind_item_pk" PRIMARY KEY("customer_id","kind","item"),
	CONSTRAINT "customer_answers_item" CHECK ("customer_answers"."item" = 0 or ("customer_answers"."kind" = 'sus' and "customer_answers"."item" between 1 and 9)),
	CONSTRAINT "customer_answers_range" CHECK (("customer_answers"."kind" = 'nps' and "customer_answers"."answer" between 0 and 10) or ("customer_answers"."kind" = 'csat' and "customer_answers"."answer" between 1 and 10) or ("customer_answers"."kind" in ('ces', 'sus') and "customer_answers"."answer" between 1 and 5))
);
--> statement-breakpoint
CREATE TABLE "customer_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"holder_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_links_customer" UNIQUE("customer_id")
);
--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "score_kinds" text[] DEFAULT '{csat,nps}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "askings" ADD CONSTRAINT "askings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askings" ADD CONSTRAINT "askings_asked_by_id_members_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_answers" ADD CONSTRAINT "customer_answers_customer_id_askings_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."askings"("customer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

const schema = process.env['ORG_SCHEMA'] ?? 'public';

/** What every record has, as columns of an entity. */
@ObjectType({ isAbstract: true })
abstract class RecordEntity {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column({ name: 'owner_id', type: 'uuid' })
  @Field(() => ID)
  ownerId!: string;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  @Field()
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  @Field()
  updatedAt!: Date;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'int' })
  @Field(() => Int)
  version!: number;
}

@ObjectType()
@Entity({ schema, name: '_user' })
export class User {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('text')
  @Field()
  name!: string;
}

@ObjectType()
@Entity({ schema, name: 'customer' })
export class Customer extends RecordEntity {
  @Column('text')
  @Field()
  name!: string;

  @Column({ name: 'customer_number', type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  customerNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  status!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Column({ name: 'contact_name', type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  contactName!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  city!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  country!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  address!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  notes!: string | null;
}

@ObjectType()
@Entity({ schema, name: 'order' })
export class Order extends RecordEntity {
  @Column('text')
  @Field()
  number!: string;

  @Column({ name: 'customer_id', type: 'uuid' })
  customerId!: string;

  @ManyToOne(() => Customer)
  @JoinColumn({ name: 'customer_id' })
  customer!: Customer;

  @Column({ name: 'ordered_on', type: 'date' })
  @Field()
  orderedOn!: string;

  @Column({ type: 'int', nullable: true })
  @Field(() => Int, { nullable: true })
  quantity!: number | null;

  @Column({ type: 'numeric', nullable: true })
  @Field(() => String, { nullable: true })
  amount!: string | null;
}

@ObjectType()
@Entity({ schema, name: 'order_line' })
export class OrderLine extends RecordEntity {
  @Column({ name: 'order_id', type: 'uuid' })
  orderId!: string;

  @Column('text')
  @Field()
  product!: string;

  @Column({ type: 'int', nullable: true })
  @Field(() => Int, { nullable: true })
  quantity!: number | null;
}

@ObjectType()
export class CustomerPage {
  @Field(() => [Customer])
  nodes!: Customer[];

  @Field(() => Int)
  totalCount!: number;

  filter!: { readonly city?: string };
}

@ObjectType()
export class MonthOfOrders {
  @Field()
  month!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Float)
  amount!: number;
}

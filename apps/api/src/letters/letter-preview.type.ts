import { Field, ID, ObjectType } from '@nestjs/graphql';
import { UnresolvedTokenType } from '../mail/mail.type.js';

@ObjectType('DocumentPreview')
export class DocumentPreviewType {
  @Field(() => ID, { description: 'Of the PDF, which only the one who asked may have, at `/files/<id>`; it goes by itself after a day.' })
  fileId!: string;

  @Field({ description: 'What the file would be called.' })
  name!: string;

  @Field(() => [UnresolvedTokenType])
  unresolved!: UnresolvedTokenType[];
}

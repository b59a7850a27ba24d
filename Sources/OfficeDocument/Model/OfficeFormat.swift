// The container tells the formats apart; who asks for a document in one of them need not know the container.

@_exported public import enum Container.OfficeFormat

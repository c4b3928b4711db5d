import pytest
from pydantic import ValidationError

from planpress.model.source import Source
from planpress.model.voice import VoiceRecord
from planpress.model.words import Words

FACTS = {
    "id": "a-parent",
    "source": Source({"en": "content/voices/a-parent.md"}, {}),
    "quote": Words({"en": "My son reads to me now."}),
    "date": "2026-02-11",
}


@pytest.mark.parametrize("word", ["yes", "true", "Yes"])
def test_a_voice_with_consent_is_a_voice(word: str) -> None:
    found = VoiceRecord.model_validate({**FACTS, "consent": word, "language": "es"})
    assert found.consent is True
    assert found.language == "es"


@pytest.mark.parametrize("word", ["no", "false"])
def test_a_voice_without_consent_is_none(word: str) -> None:
    with pytest.raises(ValidationError, match="without consent is never published"):
        VoiceRecord.model_validate({**FACTS, "consent": word})


@pytest.mark.parametrize("word", ["", "maybe", "asked", True])
def test_consent_is_a_clear_yes(word: object) -> None:
    with pytest.raises(ValidationError, match="consent"):
        VoiceRecord.model_validate({**FACTS, "consent": word})


def test_silence_is_no_consent() -> None:
    with pytest.raises(ValidationError, match="Field required"):
        VoiceRecord.model_validate(FACTS)


def test_the_language_is_a_code() -> None:
    with pytest.raises(ValidationError, match="not a language code"):
        VoiceRecord.model_validate({**FACTS, "consent": "yes", "language": "Spanish"})

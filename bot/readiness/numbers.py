"""Every number of the model, in one place; the settings may change them within these bounds."""

from pydantic import BaseModel, ConfigDict, Field


class Numbers(BaseModel):
    """The model's numbers with their defaults (docs/model.md, *What lapses*); days unless the name says otherwise."""

    model_config = ConfigDict(frozen=True)

    model_retires_before_days: int = Field(60, ge=0, le=365)
    contract_ends_before_days: int = Field(60, ge=0, le=365)
    credential_days: int = Field(100, ge=1, le=1000)
    tried_days: int = Field(365, ge=1, le=1000)
    nothing_needed_days: int = Field(365, ge=1, le=1000)
    review_days: int = Field(100, ge=1, le=1000)
    access_review_days: int = Field(100, ge=1, le=1000)
    test_run_days: int = Field(100, ge=1, le=1000)
    review_period_max_days: int = Field(31, ge=1, le=366)
    review_last_periods: int = Field(2, ge=1, le=12)
    review_last_min_days: int = Field(7, ge=1, le=366)
    warning_days: int = Field(30, ge=1, le=365)
    shipped_anyway_max_days: int = Field(90, ge=1, le=365)
    follow_ups: int = Field(2, ge=0, le=5)
    drill_warning_days: int = Field(365, ge=1, le=3650)
